import { render } from 'preact';
import { App } from './app.js';
import './keeper.css';

const root = document.querySelector('#page');
if (root) render(<App />, root);
