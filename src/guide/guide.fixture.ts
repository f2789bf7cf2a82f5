import { documentOf } from '../content/answer-document.ts';
import type { Guide } from './guide.ts';

/** A drawn tree with a loop, ranges, a danger and a fix that leads on. */
export const drawnGuide: Guide = {
  id: 'lamp-dark',
  title: 'Lamp stays dark',
  symptoms: ['my lamp does not light up', 'no light from the lamp'],
  start: 'socket',
  dangers: ['burning smell'],
  nodes: [
    {
      id: 'socket',
      question: 'Is the plug in the socket?',
      how: documentOf('Follow the cable to the wall.'),
      why: 'Without power nothing lights.',
      options: [
        { id: 'yes', label: 'Yes', next: 'hum' },
        { id: 'no', label: 'No', next: 'plug-in' },
      ],
    },
    {
      id: 'hum',
      question: 'What do you hear at the transformer?',
      options: [
        { id: 'hum', label: 'Humming', next: 'minutes' },
        { id: 'nothing', label: 'Nothing', next: 'fuse' },
      ],
    },
    {
      id: 'minutes',
      question: 'After how many minutes does it go out?',
      options: [
        { id: 'soon', label: 'less than 5 minutes', next: 'bulb' },
        { id: 'late', label: 'more than 5 minutes', next: 'cool' },
        { id: 'again', label: 'Let me listen again', next: 'hum' },
      ],
    },
  ],
  fixes: [
    { id: 'plug-in', text: 'Plug it in.' },
    { id: 'fuse', text: 'Replace the fuse.', otherwise: 'bulb', prevention: documentOf('Use no multiple socket.') },
    { id: 'bulb', text: 'Replace the bulb.', steps: documentOf('Let it cool down first.'), risk: 'safety' },
    { id: 'cool', text: 'Give it more air.' },
  ],
};

/** Causes instead of a drawn tree. */
export const causesGuide: Guide = {
  id: 'radio-silent',
  title: 'Radio is silent',
  symptoms: ['no sound from the radio'],
  nodes: [
    {
      id: 'display',
      question: 'Is the display lit?',
      options: [
        { id: 'yes', label: 'Yes', rulesOut: ['battery'] },
        { id: 'no', label: 'No', pointsTo: ['battery'] },
      ],
    },
    {
      id: 'headphones',
      question: 'Do you hear something in headphones?',
      cost: 3,
      options: [
        { id: 'yes', label: 'Yes', pointsTo: ['speaker'] },
        { id: 'no', label: 'No', pointsTo: ['volume'], rulesOut: ['speaker'] },
      ],
    },
  ],
  causes: [
    { id: 'battery', name: 'Empty battery', likelihood: 5, fix: 'charge' },
    { id: 'volume', name: 'Volume is down', likelihood: 3, fix: 'turn-up' },
    { id: 'speaker', name: 'Broken speaker', likelihood: 1, fix: 'repair' },
  ],
  fixes: [
    { id: 'charge', text: 'Charge it.' },
    { id: 'turn-up', text: 'Turn the volume up.' },
    { id: 'repair', text: 'Send it in.' },
  ],
};
