// Signing out takes a second step, at the identity provider; without this script a button takes it.
'use strict';

document.querySelectorAll('form[data-send-now]').forEach(form => form.submit());
