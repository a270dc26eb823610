// Alerts that are over leave the frame, to the minute.
"use strict";
const keepTime = () => {
  for (const item of document.querySelectorAll("[data-until]")) item.hidden = new Date(item.dataset.until) <= new Date();
};
keepTime();
setInterval(keepTime, 20000);
