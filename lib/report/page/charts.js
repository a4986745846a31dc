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
    probe ??= document.body.appendChild(dom.make('span', {hidden: true}));
    probe.style.color = `var(--${name})`;
    return getComputedStyle(probe).color;
  }

  function palette() {
    return {
      page: color('page'),
      text: color('text'),
      quiet: color('quiet'),
      line: color('line'),
      worse: color('worse'),
      better: color('better'),
      series: [1, 2, 3, 4, 5, 6].map((at) => color(`series-${at}`))
    };
  }

  // Paper has no width before it is printed: there a chart has a size of its own, which the style sheet scales.
  const paper = {width: 680, medium: 280, small: 170};

  // The settings that all charts share.
  function configured(config, colors, isPaper) {
    Chart.defaults.color = colors.quiet;
    Chart.defaults.borderColor = colors.line;
    Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
    Chart.defaults.font.size = 12;
    Object.assign(Chart.defaults.plugins.legend.labels, {boxWidth: 9, boxHeight: 9});
    return {
      ...config,
      options: {
        animation: false,
        responsive: !isPaper,
        maintainAspectRatio: false,
        devicePixelRatio: Math.max(2, devicePixelRatio),
        ...config.options
      }
    };
  }

  function draw(canvas, isPaper = false) {
    drawn.get(canvas)?.destroy();
    if (isPaper) {
      canvas.width = paper.width;
      canvas.height = paper[canvas.dataset.size];
    }
    const colors = palette();
    drawn.set(canvas, new Chart(canvas, configured(plans.get(canvas)(colors), colors, isPaper)));
  }

  function watch(canvas) {
    observer ??= new IntersectionObserver((entries) => {
      for (const {target, isIntersecting} of entries) {
        if (isIntersecting && plans.has(target) && !drawn.has(target)) {
          draw(target);
        }
      }
    }, {rootMargin: '200px'});
    observer.observe(canvas);
  }

  // A figure with a caption, a chart of the class `size`, and `table` for the same numbers. `describe` is what the
  // chart shows in one sentence; `plan` makes Chart.js's configuration from a palette.
  function figure({caption, describe, size, plan, table}) {
    const canvas = dom.make('canvas', {role: 'img', 'aria-label': describe, 'data-size': size});
    plans.set(canvas, plan);
    watch(canvas);
    return dom.make(
        'figure', {}, dom.make('figcaption', {}, caption), dom.make('div', {class: `chart ${size}`}, canvas),
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
    [...drawn.keys()].forEach((canvas) => draw(canvas));
  }

  // For paper: those not seen yet, too.
  function print() {
    sweep();
    [...plans.keys()].forEach((canvas) => draw(canvas, true));
  }

  return {figure, redraw, print, sweep};
})();
