/** Where Mode's pages for people are. The API's own links to other resources are host-relative. */
export const MODE_WEB = 'https://app.mode.com';
