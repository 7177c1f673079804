import { stopRunning } from './running';

export default stopRunning;
