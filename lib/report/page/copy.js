'use strict';

// Copying links.
const copy = (() => {
  const shownFor = 2000;  // milliseconds

  function say(button, message, label) {
    button.textContent = message;
    setTimeout(() => {
      button.textContent = label;
    }, shownFor);
  }

  // Where there is no clipboard, the link is shown, to be copied by hand.
  function show(button, address) {
    const field = dom.make('input', {type: 'text', readonly: true, value: address, 'aria-label': 'Link'});
    button.after(field);
    field.select();
  }

  function button(label, addressOf) {
    const element = dom.button(label, async () => {
      const address = addressOf();
      try {
        await navigator.clipboard.writeText(address);
        say(element, 'Copied', label);
      } catch {
        show(element, address);
      }
    });
    return element;
  }

  return {button};
})();
