// A text to paste gets a button that copies it. Without this script the text is there to be selected.
"use strict";

const copy = async (text) => {
  // Browsers give the clipboard to secure pages alone; the older way works on the others.
  if (navigator.clipboard) {
    try {
      await navigator.clipboard.writeText(text.value);
      return true;
    } catch { /* Refused: the older way may not be. */ }
  }
  text.select();
  try {
    return document.execCommand("copy");
  } catch {
    return false;
  }
};

for (const text of document.querySelectorAll("textarea[data-copy]")) {
  text.addEventListener("focus", () => text.select());
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "Copier";
  if (text.dataset.copy) button.setAttribute("aria-label", `Copier : ${text.dataset.copy}`);
  else button.setAttribute("aria-describedby", text.id);
  const said = document.createElement("span");
  said.setAttribute("role", "status");
  said.className = "hint";
  button.addEventListener("click", async () => {
    const isCopied = await copy(text);
    if (isCopied) button.focus();
    // The same words twice would be told once.
    said.textContent = "";
    setTimeout(() => { said.textContent = isCopied ? " Copié." : " Sélectionné : copiez-le."; }, 50);
  });
  text.after(button, said);
}
