// GraphiQL on our own endpoint, with example queries in its tabs at the first visit.
import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import './page.css';
import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { exampleTabs } from './examples.js';

const fetcher = createGraphiQLFetcher({ url: '/graphql' });
const tabs = exampleTabs();

// GraphiQL fills all panes of the open tab from what it stored, except at a first visit: then it leaves variables empty.
const isFirstVisit = localStorage.getItem('graphiql:tabState') === null;

createRoot(document.getElementById('graphiql')).render(
  createElement(GraphiQL, {
    fetcher,
    defaultTabs: tabs,
    defaultEditorToolsVisibility: 'variables',
    initialVariables: isFirstVisit ? tabs[0].variables : undefined,
  }),
);
