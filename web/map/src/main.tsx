import { render } from 'preact';
import './style/tokens.css';
import './style/base.css';
import './style/shell.css';
import './style/parts.css';
import './style/forms.css';
import './style/map.css';
import './style/pages.css';
import './style/print.css';
import { listen, sayLanguage, view } from './address';
import { App } from './app';
import { askForFrame } from './parts/frame';
import { applyTheme } from './parts/theme';
import { askForNetwork } from './views/network';

listen();
sayLanguage();
applyTheme();
askForFrame();
if (view.peek().name === 'network') askForNetwork();
const page = document.getElementById('page');
if (page !== null) {
  page.replaceChildren();
  render(<App />, page);
}
