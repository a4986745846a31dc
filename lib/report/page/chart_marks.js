'use strict';

// What Chart.js does not draw by itself: error bars, and marks on an axis of bins.
const chart_marks = (() => {
  function line(context, from, to) {
    context.moveTo(...from);
    context.lineTo(...to);
  }

  // From `low` to `high` of a scale, across the other direction at `at`; with short ends.
  function whisker(context, scale, {low, high}, at) {
    const cap = 4;
    const [first, last] = [low, high].map((value) => scale.getPixelForValue(value));
    const point =
        scale.isHorizontal() ? (along, across) => [along, at + across] : (along, across) => [at + across, along];
    line(context, point(first, 0), point(last, 0));
    line(context, point(first, -cap), point(first, cap));
    line(context, point(last, -cap), point(last, cap));
  }

  // Draws `low` to `high` of each entry of a data set's `intervals` on its y axis, and of its `xIntervals` on its x
  // axis.
  const errorBars = {
    id: 'errorBars',
    beforeDatasetsDraw(chart) {
      const context = chart.ctx;
      chart.data.datasets.forEach((set, at) => {
        const meta = chart.getDatasetMeta(at);
        context.save();
        context.strokeStyle = set.borderColor;
        context.lineWidth = 1.5;
        context.beginPath();
        meta.data.forEach((point, index) => {
          const vertical = set.intervals?.[index];
          const horizontal = set.xIntervals?.[index];
          vertical && whisker(context, meta.yScale, vertical, point.x);
          horizontal && whisker(context, meta.xScale, horizontal, point.y);
        });
        context.stroke();
        context.restore();
      });
    },
  };

  // The pixel of a value on an axis whose categories are bins on a logarithmic scale.
  function binnedPixel(scale, bins, value) {
    const at = bins.findIndex(({high_ms: high}) => value <= high);
    const index = at < 0 ? bins.length - 1 : at;
    const {low_ms: low, high_ms: high} = bins[index];
    const share = low > 0 ? Math.log(value / low) / Math.log(high / low) : value / high;
    const width = scale.width / scale.getLabels().length;
    return scale.getPixelForValue(index) + (Math.max(0, Math.min(1, share)) - 0.5) * width;
  }

  // Draws the marks { name, value } of the option `quantileMarks.marks` over its `bins`, their names in steps above the
  // bars.
  const quantileMarks = {
    id: 'quantileMarks',
    afterDatasetsDraw(chart, _, {bins = [], marks = [], color}) {
      const {ctx: context, chartArea: area, scales} = chart;
      context.save();
      context.strokeStyle = color;
      context.fillStyle = color;
      context.setLineDash([4, 3]);
      context.font = `12px ${Chart.defaults.font.family}`;
      marks.forEach(({name, value}, at) => {
        const x = binnedPixel(scales.x, bins, value);
        const top = area.top - 8 - 15 * (marks.length - 1 - at);
        const isLeft = x + context.measureText(name).width + 6 > area.right;
        context.textAlign = isLeft ? 'right' : 'left';
        context.fillText(name, x + (isLeft ? -4 : 4), top);
        context.beginPath();
        line(context, [x, top - 10], [x, area.bottom]);
        context.stroke();
      });
      context.restore();
    },
  };

  // An axis that holds all of these values, with some air.
  function range(values) {
    const all = values.filter(format.isNumber);
    if (all.length === 0) {
      return {};
    }
    const [low, high] = [Math.min(...all), Math.max(...all)];
    const air = (high - low || Math.abs(high) || 1) * 0.05;
    return {suggestedMin: low - air, suggestedMax: high + air};
  }

  // An axis of shares that holds these intervals, and ends at 100%.
  function shares(intervals) {
    const known = intervals.filter(Boolean).flatMap(({value, mean, low, high}) => [value ?? mean, low, high]);
    const {suggestedMin: low = 0, suggestedMax: high = 1} = range(known);
    return {
      ...(high < 1 ? {suggestedMax: high} : {max: 1}),
      suggestedMin: Math.max(0, low),
      ticks: {callback: (value) => `${Number((value * 100).toFixed(2))}%`}
    };
  }

  // An axis of names, in places 0, 1, 2 …
  function places(names, more = {}) {
    return {
      type: 'linear',
      min: -0.5,
      max: names.length - 0.5,
      grid: {display: false},
      ...more,
      afterBuildTicks: (axis) => {
        axis.ticks = names.map((_, value) => ({value}));
      },
      ticks: {callback: (value) => names[value] ?? '', maxRotation: 0, autoSkip: names.length > 12}
    };
  }

  return {errorBars, quantileMarks, range, shares, places};
})();
