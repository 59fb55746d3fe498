// Names to mention while typing "@…" in a text: the list autocomplete of the WAI-ARIA Authoring Practices, on a text of
// several lines, which may not carry the role combobox itself (ARIA in HTML).
// `source` answers ?q= with <li role="option" data-insert="@handle">…</li> lines.
let suggestLists = 0;

customElements.define("mention-suggest", class extends HTMLElement {
  connectedCallback() {
    this.text = this.querySelector("textarea");
    if (!this.text || this.list) return;
    this.list = document.createElement("ul");
    this.list.id = `suggestions-${++suggestLists}`;
    this.list.className = "suggestions";
    this.list.hidden = true;
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", this.getAttribute("label"));
    this.append(this.list);
    for (const [name, value] of [["aria-autocomplete", "list"], ["aria-haspopup", "listbox"], ["aria-controls", this.list.id]]) this.text.setAttribute(name, value);
    this.text.addEventListener("input", () => this.ask());
    this.text.addEventListener("keydown", (event) => this.steer(event));
    this.text.addEventListener("blur", () => this.close());
    this.text.addEventListener("selectionchange", () => { if (this.word() !== this.wanted) this.close(); });
    this.list.addEventListener("mousedown", (event) => {
      event.preventDefault();
      const option = event.target.closest("[role=option]");
      if (option) this.take(option);
    });
  }

  word() {
    return this.text.value.slice(0, this.text.selectionStart).match(/(?:^|\s)@([\p{L}\p{N}._-]{1,40})$/u)?.[1];
  }

  ask() {
    this.forget();
    this.wanted = this.word();
    if (!this.wanted) return this.close();
    const { signal } = this.asked = new AbortController();
    this.timer = setTimeout(async () => {
      const address = new URL(this.getAttribute("source"), location.href);
      address.searchParams.set("q", this.wanted);
      const lines = await fetch(address, { signal, headers: { "HX-Request": "true" } }).then((answer) => (answer.ok ? answer.text() : "")).catch(() => "");
      if (!signal.aborted) this.show(lines);
    }, 150);
  }

  // An answer that comes after Escape, the next letter or a step elsewhere in the text must not open the list again.
  forget() {
    clearTimeout(this.timer);
    this.asked?.abort();
  }

  show(lines) {
    this.list.innerHTML = lines;
    this.options = [...this.list.querySelectorAll("[role=option]")];
    this.options.forEach((option, index) => { option.id = `${this.list.id}-${index}`; });
    if (!this.options.length) return this.close();
    this.list.hidden = false;
    this.mark(0);
  }

  mark(index) {
    this.at = (index + this.options.length) % this.options.length;
    this.options.forEach((option, place) => option.setAttribute("aria-selected", String(place === this.at)));
    this.text.setAttribute("aria-activedescendant", this.options[this.at].id);
  }

  steer(event) {
    if (this.list.hidden) {
      if (event.key === "Escape") this.forget();
      return;
    }
    const moves = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key in moves) this.mark(this.at + moves[event.key]);
    else if (event.key === "Enter" || event.key === "Tab") this.take(this.options[this.at]);
    else if (event.key === "Escape") this.close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  take(option) {
    const end = this.text.selectionStart;
    const start = end - this.word().length - 1;
    this.text.setRangeText(`${option.dataset.insert} `, start, end, "end");
    this.close();
    this.text.dispatchEvent(new Event("input", { bubbles: true }));
  }

  close() {
    this.forget();
    this.list.hidden = true;
    this.text.removeAttribute("aria-activedescendant");
  }
});
