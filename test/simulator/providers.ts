/** The list of simulated APIs: a further one is a file and a line here. */
export { exchange } from './exchange';
export { guestline } from './guestline';
export { netzme } from './netzme';
export { netzmeSnap } from './netzmeSnap';
export { oauth2 } from './oauth2';
export { pledg } from './pledg';
export { sasom } from './sasom';
export { snap } from './snap';
export { su } from './su';
