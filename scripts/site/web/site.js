// On every page.
import "./cite.js";
import "./meaning.js";
import "./search.js";
