// What can be found and selected.

const find = {
  name: 'find',
  reveals: 'any word that is guessed, also in closed roots',
  end({ tell, rowOf }, { words }) {
    for (const word of words) {
      getSelection().removeAllRanges();
      if (globalThis.find(word, false, false, true)) tell(getSelection().anchorNode, `found: ${word}`);
      // Chromium's older way to the same
      getSelection().removeAllRanges();
      if (document.execCommand('FindString', false, word)) tell(rowOf(getSelection().anchorNode), `found: ${word}`);
    }
  },
};

const selection = {
  name: 'selection',
  reveals: 'the note, as part of the selected text',
  end({ tell, rows }) {
    tell('page', getSelection().toString()); // of the user
    for (const row of rows()) {
      getSelection().collapse(row.querySelector('span'), 0);
      getSelection().modify('extend', 'forward', 'lineboundary');
      tell(row, getSelection().toString());
    }
    document.execCommand('selectAll');
    tell('page', getSelection().toString());
    getSelection().selectAllChildren(document.documentElement);
    tell('page', getSelection().toString());
    getSelection().removeAllRanges();
  },
};

export const words = [selection, find];
