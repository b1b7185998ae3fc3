// The example queries of examples/*.graphql, in the order of their file names.
//
// A file may begin with `# Variables: {…}` on one line; they go into the tab's own pane.
const files = import.meta.glob('../examples/*.graphql', { query: '?raw', import: 'default', eager: true });
const VARIABLES = /^# Variables: (\{.*\})\n/m;

export function exampleTabs() {
  return Object.keys(files)
    .sort()
    .map((path) => {
      const text = files[path];
      const variables = VARIABLES.exec(text)?.[1];
      return {
        query: text.replace(VARIABLES, ''),
        variables: variables && JSON.stringify(JSON.parse(variables), null, 2),
      };
    });
}
