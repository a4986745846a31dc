'use strict';

// Charts that are drawn when they come into sight, and again when the colours change. Each has its figures in a table,
// too: that is for those who can't see it, and for exact values.
const charts = (() => {
  const drawn = new Map();  // of a canvas: its chart
  const plans = new Map();  // of a canvas: how it is drawn
  let observer = null;
  let probe = null;

  // The colour that a variable of the style sheet has now.
  function color(name) {
    probe ??= document.body.appendChild(dom.make('span', { hidden: true }));
    probe.style.color = `var(--${name})`;
    return getComputedStyle(probe).color;
  }

  function palette() {
    return { page: color('page'), text: color('text'), quiet: color('quiet'), line: color('line'),
      worse: color('worse'), better: color('better'), series: [1, 2, 3, 4, 5, 6].map((at) => color(`series-${at}`)) };
  }

  // The settings that all charts share.
  function configured(config, colors) {
    Chart.defaults.color = colors.quiet;
    Chart.defaults.borderColor = colors.line;
    Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
    Chart.defaults.font.size = 12;
    Object.assign(Chart.defaults.plugins.legend.labels, { boxWidth: 9, boxHeight: 9 });
    return { ...config, options: { animation: false, responsive: true, maintainAspectRatio: false,
      devicePixelRatio: Math.max(2, devicePixelRatio), ...config.options } };
  }

  function draw(canvas) {
    drawn.get(canvas)?.destroy();
    const colors = palette();
    drawn.set(canvas, new Chart(canvas, configured(plans.get(canvas)(colors), colors)));
  }

  function watch(canvas) {
    observer ??= new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting && plans.has(target) && !drawn.has(target)) {
          draw(target);
        }
      }
    }, { rootMargin: '200px' });
    observer.observe(canvas);
  }

  // A figure with a caption, a chart of the class `size`, and `table` for the same numbers. `describe` is what the chart
  // shows in one sentence; `plan` makes Chart.js's configuration from a palette.
  function figure({ caption, describe, size, plan, table }) {
    const canvas = dom.make('canvas', { role: 'img', 'aria-label': describe });
    plans.set(canvas, plan);
    watch(canvas);
    return dom.make('figure', {}, dom.make('figcaption', {}, caption),
      dom.make('div', { class: `chart ${size}` }, canvas),
      table && dom.make('details', {}, dom.make('summary', {}, 'The same as a table'), table));
  }

  // Forgets the charts that are no longer in the page.
  function sweep() {
    for (const canvas of [...plans.keys()].filter((one) => !one.isConnected)) {
      drawn.get(canvas)?.destroy();
      drawn.delete(canvas);
      plans.delete(canvas);
      observer?.unobserve(canvas);
    }
  }

  function redraw() {
    sweep();
    [...drawn.keys()].forEach(draw);
  }

  // For paper: those not seen yet, too.
  function drawAll() {
    sweep();
    [...plans.keys()].forEach(draw);
  }

  return { figure, redraw, drawAll, sweep };
})();
