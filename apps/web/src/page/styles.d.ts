/** Style sheets are given to the page by the build. */
declare module '*.css';
