// <pass-key make|use options="…"> or <pass-key use source="address of the options">: asks the device for a passkey, puts
// what it says into the field "credential" of the form inside, and sends the form. Hidden where that is impossible.
const toBytes = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
const toText = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
const named = (keys) => keys?.map((key) => ({ ...key, id: toBytes(key.id) }));

function asked({ publicKey }) {
  const options = { ...publicKey, challenge: toBytes(publicKey.challenge) };
  if (options.user) options.user = { ...options.user, id: toBytes(options.user.id) };
  if (options.excludeCredentials) options.excludeCredentials = named(options.excludeCredentials);
  if (options.allowCredentials) options.allowCredentials = named(options.allowCredentials);
  return options;
}

function answered(credential) {
  const response = {};
  for (const part of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (credential.response[part]) response[part] = toText(credential.response[part]);
  }
  return {
    id: credential.id,
    rawId: toText(credential.rawId),
    type: credential.type,
    response,
    clientExtensionResults: credential.getClientExtensionResults(),
  };
}

customElements.define("pass-key", class extends HTMLElement {
  connectedCallback() {
    this.hidden = false;
    this.form = this.querySelector("form");
    this.querySelector("[data-missing]").hidden = Boolean(window.PublicKeyCredential);
    this.form.hidden = !window.PublicKeyCredential;
    this.form.addEventListener("submit", (event) => {
      if (this.form.elements.credential.value) return;
      event.preventDefault();
      this.ask();
    });
  }

  async ask() {
    const failed = this.querySelector("[data-failed]");
    failed.hidden = true;
    try {
      this.form.elements.credential.value = JSON.stringify(answered(await this.credential()));
    } catch {
      failed.hidden = false;
      return;
    }
    this.form.submit();
  }

  async options() {
    if (this.hasAttribute("options")) return JSON.parse(this.getAttribute("options"));
    const answer = await fetch(this.getAttribute("source"), { headers: { Accept: "application/json" } });
    if (!answer.ok) throw new Error(answer.statusText);
    return (await answer.json()).request_options;
  }

  async credential() {
    const publicKey = asked(await this.options());
    if (!this.hasAttribute("make")) return navigator.credentials.get({ publicKey });
    publicKey.authenticatorSelection = {
      ...publicKey.authenticatorSelection,
      residentKey: "required",
      requireResidentKey: true,
      userVerification: "required",
    };
    return navigator.credentials.create({ publicKey });
  }
});
