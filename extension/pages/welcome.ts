import { draw } from '../bridge';
import { mount_welcome } from '../ui.js';

draw(mount_welcome);
