// Keeps what somebody writes on this device until the server says that it is saved: through a closed tab, a lost
// connection, an expired session. A toast carries the server's word (data-saved-draft), as does the event "draht:saved".
const nameOf = (key) => `draht:draft:${key}`;

const storage = {
  read(key) { try { return localStorage.getItem(nameOf(key)); } catch { return null; } },
  write(key, text) { try { localStorage.setItem(nameOf(key), text); } catch { /* full or off: the page still works */ } },
  forget(key) { try { localStorage.removeItem(nameOf(key)); } catch { /* nothing was kept */ } },
};

const forgetSaved = () => {
  for (const toast of document.querySelectorAll("[data-saved-draft]")) storage.forget(toast.dataset.savedDraft);
};

customElements.define("draft-keeper", class extends HTMLElement {
  connectedCallback() {
    this.key = this.getAttribute("key");
    this.fields = [...this.querySelectorAll("textarea, input[type=text]")].filter((field) => field.name);
    this.addEventListener("input", () => this.keep());
    forgetSaved();
    this.restore();
  }

  keep() {
    const texts = Object.fromEntries(this.fields.map((field) => [field.name, field.value]));
    if (Object.values(texts).some((text) => text.trim())) storage.write(this.key, JSON.stringify(texts));
    else storage.forget(this.key);
  }

  restore() {
    let texts;
    try { texts = JSON.parse(storage.read(this.key)); } catch { return; }
    if (!texts) return;
    const lost = this.fields.filter((field) => !field.value && texts[field.name]);
    if (!lost.length) return;
    for (const field of lost) {
      field.value = texts[field.name];
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
    this.note(lost);
  }

  note(restored) {
    const note = document.createElement("div");
    note.className = "draft-note";
    const words = document.createElement("span");
    words.textContent = this.getAttribute("restored");
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button button-plain";
    button.textContent = this.getAttribute("discard");
    button.addEventListener("click", () => {
      for (const field of restored) {
        field.value = "";
        field.dispatchEvent(new Event("input", { bubbles: true }));
      }
      storage.forget(this.key);
      note.remove();
      restored[0].focus();
    });
    note.append(words, button);
    (this.querySelector(".composer-foot, .form-foot") ?? this.lastElementChild).before(note);
    document.dispatchEvent(new CustomEvent("draht:announce", { detail: words.textContent }));
  }
});

forgetSaved();
document.addEventListener("htmx:load", forgetSaved);
document.addEventListener("draht:saved", (event) => storage.forget(event.detail.key));

// Whoever signs out leaves nothing behind on this device.
document.addEventListener("submit", (event) => {
  if (!event.submitter?.hasAttribute("data-clears-drafts")) return;
  try {
    for (const name of Object.keys(localStorage)) if (name.startsWith(nameOf(""))) localStorage.removeItem(name);
  } catch { /* nothing was kept */ }
});
