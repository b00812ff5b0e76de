import { draw } from '../bridge';
import { mount_dashboard } from '../ui.js';

draw(mount_dashboard);
