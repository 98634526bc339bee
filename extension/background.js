// Chrome knows the worker by this path: under another one, it would not start in a browser that knows the extension.
import "./built/background.js";
