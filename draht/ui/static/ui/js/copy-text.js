// A button that copies the text of the element named in `from`.
customElements.define("copy-text", class extends HTMLElement {
  connectedCallback() {
    this.hidden = !navigator.clipboard;
    this.addEventListener("click", async () => {
      const source = document.getElementById(this.getAttribute("from"));
      await navigator.clipboard.writeText(source.value ?? source.textContent.trim());
      document.dispatchEvent(new CustomEvent("draht:announce", { detail: this.getAttribute("done") }));
    });
  }
});
