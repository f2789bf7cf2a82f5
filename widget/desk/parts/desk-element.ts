import { LitElement } from 'lit';
import type { DeskTongue } from '../words/desk-tongue.ts';
import type { DeskWords } from '../words/desk-words.ts';

/** What all elements of the desk have: the words that it speaks, handed down from the top. */
export class DeskElement extends LitElement {
  static override readonly properties: Record<string, object> = { tongue: { attribute: false } };

  declare tongue: DeskTongue;

  protected get words(): DeskWords {
    return this.tongue.words;
  }

  /** The first in this element's own tree. */
  protected piece<Found extends HTMLElement = HTMLElement>(selector: string): Found | null {
    return this.renderRoot.querySelector<Found>(selector);
  }
}
