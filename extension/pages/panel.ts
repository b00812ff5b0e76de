import { draw } from '../bridge';
import { mount_panel } from '../ui.js';

draw(mount_panel);
