const { rm } = require('node:fs/promises');
const { dest, parallel, src } = require('gulp');

/** Icons and codex files: what the compiler leaves behind. */
const icons = () => src('icons/*.svg', { encoding: false }).pipe(dest('dist/icons'));
const codex = () => src('nodes/**/*.json').pipe(dest('dist/nodes'));

exports.clean = () => rm('dist', { recursive: true, force: true });
exports.default = parallel(icons, codex);
