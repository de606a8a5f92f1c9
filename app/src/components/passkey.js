// Asks the browser for a passkey, and sends its answer with the form around the button.
const known = window.PublicKeyCredential;
if (known?.parseCreationOptionsFromJSON && known.parseRequestOptionsFromJSON) {
  for (const button of document.querySelectorAll("button[data-passkey]")) {
    const form = button.form;
    form.querySelector("[data-no-passkey]").hidden = true;
    form.querySelector("[data-passkeys]").hidden = false;
    button.addEventListener("click", async (event) => {
      event.preventDefault();
      if (!form.reportValidity()) return;
      button.disabled = true;
      const field = form.elements.credential;
      field.value = "";
      try {
        field.value = JSON.stringify(await answer(button.dataset.passkey));
      } catch (error) {
        // It is there already; or she changed her mind, or took too long. The form comes back and says so.
        if (error.name === "InvalidStateError") field.value = "known";
      }
      form.submit();
    });
  }
}

async function answer(address) {
  const request = { method: "POST", headers: { Accept: "application/json" }, body: new URLSearchParams() };
  const response = await fetch(address, request);
  const { publicKey } = JSON.parse(await response.json());
  return publicKey.user
    ? navigator.credentials.create({ publicKey: known.parseCreationOptionsFromJSON(publicKey) })
    : navigator.credentials.get({ publicKey: known.parseRequestOptionsFromJSON(publicKey) });
}
