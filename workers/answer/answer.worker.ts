import { exposeService } from '../expose-service.ts';
import { DeviceAnswerService } from './answer-service.ts';

export { DeviceAnswerService };

// One file serves both: as a worker it serves its messages; imported by a page where workers are forbidden it only
// lends its class.
if (typeof WorkerGlobalScope !== 'undefined' && self instanceof WorkerGlobalScope) exposeService(new DeviceAnswerService());
