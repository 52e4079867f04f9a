import '../elements/h-top.js';
import '../elements/h-egg.js';
