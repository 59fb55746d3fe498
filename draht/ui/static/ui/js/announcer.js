// The one live region: says what toasts and swapped parts want said. Modules ask with the event "draht:announce".
const say = (text) => {
  const region = document.getElementById("announcer");
  if (!region || !text) return;
  region.textContent = "";
  setTimeout(() => { region.textContent = text.trim().replace(/\s+/g, " "); }, 100);
};

const retire = (toast) => {
  if (toast.dataset.retiring) return;
  toast.dataset.retiring = "yes";
  const leave = () => (toast.matches(":hover, :focus-within") ? setTimeout(leave, 2000) : toast.remove());
  setTimeout(leave, 8000);
};

const attend = (root) => {
  const fresh = [...root.querySelectorAll("[data-toast]:not([data-retiring]), [data-announce]:not([data-announced])")];
  if (!fresh.length) return;
  say(fresh.map((part) => part.dataset.announce || part.textContent).join(" "));
  for (const part of fresh) {
    if ("toast" in part.dataset) retire(part);
    else part.dataset.announced = "yes";
  }
};

// What script sent and nobody took shows nothing by itself: the page has a <template> with the words for it.
const tell = (failure) => {
  const toasts = document.getElementById("toasts");
  if (toasts.querySelector(`[data-failure=${failure}]`)) return;
  toasts.append(document.getElementById(failure).content.cloneNode(true));
  toasts.lastElementChild.dataset.failure = failure;
  attend(toasts);
};

document.addEventListener("htmx:sendError", () => tell("unsent"));
document.addEventListener("htmx:responseError", () => tell("refused"));
document.addEventListener("draht:announce", (event) => say(event.detail));
document.addEventListener("htmx:load", (event) => {
  attend(document);
  event.target.querySelector?.("[data-focus]")?.focus();
});
attend(document);
document.querySelector("[data-focus]")?.focus();
