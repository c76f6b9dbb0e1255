// On every page.
import "./meaning.js";
