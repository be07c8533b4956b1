// Types SvelteKit asks for: what a request carries through the server.
declare global {
  namespace App {
    interface Locals {
      /** language of the page being rendered; a public page may set the tenant's instead of the reader's */
      locale: string;
    }
  }
}

export {};
