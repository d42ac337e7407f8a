// What the page itself says of its language: for screen readers, hyphens, quotes and spelling.
document.documentElement.lang = said.lang;
document.documentElement.dir = said.dir;
const past = document.querySelector("[data-testid=stSkipToContent]");
if (past) past.textContent = said.past;
