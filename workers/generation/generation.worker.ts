import { exposeService } from '../expose-service.ts';
import { DeviceGenerationService } from './generation-service.ts';

exposeService(new DeviceGenerationService());
