// Drafts, improved: a document can be taken from a file instead of being pasted. Without this script it is pasted.
'use strict';

(() => {
  for (const text of document.querySelectorAll('textarea[name="document"]')) {
    const file = document.createElement('input');
    file.type = 'file';
    file.accept = '.json,application/json';
    file.setAttribute('aria-label', 'Take the document from a file');
    file.addEventListener('change', async () => {
      if (file.files.length > 0) {
        text.value = await file.files[0].text();
      }
    });
    text.before(file);
  }
})();
