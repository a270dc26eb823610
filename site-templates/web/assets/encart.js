// Alerts that are over leave the frame, to the minute; what says so then takes their place.
"use strict";
const keepTime = () => {
  const now = new Date();
  for (const item of document.querySelectorAll("[data-until]")) item.hidden = new Date(item.dataset.until) <= now;
  for (const item of document.querySelectorAll("[data-from]")) item.hidden = new Date(item.dataset.from) > now;
};
keepTime();
setInterval(keepTime, 20000);
