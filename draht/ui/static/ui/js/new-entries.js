// Looks once a minute, while the page is seen, whether there is something new. Shows the server's words; nothing moves.
customElements.define("new-entries", class extends HTMLElement {
  connectedCallback() {
    this.timer = setInterval(() => this.look(), 60_000);
  }

  disconnectedCallback() {
    clearInterval(this.timer);
  }

  async look() {
    if (document.hidden || !navigator.onLine) return;
    const answer = await fetch(this.getAttribute("source"), { headers: { "HX-Request": "true" } }).catch(() => null);
    if (answer?.status !== 200) return;
    const news = await answer.text();
    if (news === this.news) return;
    this.news = news;
    this.innerHTML = news;
    document.dispatchEvent(new CustomEvent("draht:announce", { detail: this.textContent }));
  }
});
