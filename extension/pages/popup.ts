import { draw } from '../bridge';
import { mount_popup } from '../ui.js';

draw(mount_popup);
