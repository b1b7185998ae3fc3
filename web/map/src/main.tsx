import { render } from 'preact';
import './style/tokens.css';
import './style/base.css';
import './style/shell.css';
import './style/parts.css';
import './style/forms.css';
import './style/map.css';
import './style/pages.css';
import './style/print.css';
import { listen, sayLanguage } from './address';
import { App } from './app';
import { applyTheme } from './parts/theme';

listen();
sayLanguage();
applyTheme();
const page = document.getElementById('page');
if (page !== null) {
  page.replaceChildren();
  render(<App />, page);
}
