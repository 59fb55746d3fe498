// Says how many characters are left of a field's maximum, as the server counts them (code points). With `quiet`, it
// speaks only when no more than so many are left.
customElements.define("char-counter", class extends HTMLElement {
  connectedCallback() {
    this.field = document.getElementById(this.getAttribute("for"));
    this.field?.addEventListener("input", () => this.count());
    if (this.field) this.count();
  }

  count() {
    const left = Number(this.getAttribute("max")) - [...this.field.value].length;
    const number = Math.abs(left).toLocaleString(document.documentElement.lang);
    this.textContent = this.getAttribute(left < 0 ? "over" : "left").replace("{n}", number);
    this.toggleAttribute("data-over", left < 0);
    if (this.hasAttribute("quiet")) this.hidden = left > Number(this.getAttribute("quiet"));
  }
});
