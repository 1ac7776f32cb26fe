/** Sets a CSS custom property through the object model, which a strict `style-src` allows. */

import { noChange } from 'lit';
import { Directive, type DirectiveParameters, directive, type ElementPart } from 'lit/directive.js';

class SetVariable extends Directive {
  render(_name: `--${string}`, _value: string | number): typeof noChange {
    return noChange;
  }

  override update(part: ElementPart, [name, value]: DirectiveParameters<this>): typeof noChange {
    if (part.element instanceof HTMLElement) part.element.style.setProperty(name, String(value));
    return noChange;
  }
}

/** `<div ${setVariable('--share', 0.5)}>` */
export const setVariable = directive(SetVariable);
