// Shows chosen pictures before they are sent, each with a field for its description. The <template> inside says how.
customElements.define("image-preview", class extends HTMLElement {
  connectedCallback() {
    this.input = this.querySelector("input[type=file]");
    this.template = this.querySelector("template");
    this.box = this.closest("form").querySelector("[data-previews]");
    this.input?.addEventListener("change", () => this.show());
  }

  show() {
    for (const picture of this.box.querySelectorAll("img")) URL.revokeObjectURL(picture.src);
    this.box.replaceChildren();
    for (const file of this.input.files) {
      if (!file.type.startsWith("image/")) continue;
      const preview = this.template.content.cloneNode(true);
      preview.querySelector("img").src = URL.createObjectURL(file);
      for (const name of preview.querySelectorAll("[data-file-name]")) name.textContent = file.name;
      this.box.append(preview);
    }
  }
});
