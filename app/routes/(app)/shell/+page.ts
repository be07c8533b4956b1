// The one empty page that the service worker serves for every address of the app; the router then draws the address it finds. It stands in the app's
// layout, so that its head names the files that nearly every address needs and they are fetched together.
export const prerender = true;
