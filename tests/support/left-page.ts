/** What the console says of a page that is left while it asks for the routes of its links: no fault. */
export const leftPage = /Failed to fetch manifest patches/
