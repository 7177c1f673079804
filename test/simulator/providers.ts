/** The list of simulated APIs: a further one is a file and a line here. */
export { guestline } from './guestline';
export { netzme } from './netzme';
export { oauth2 } from './oauth2';
export { pledg } from './pledg';
export { sasom } from './sasom';
export { su } from './su';
