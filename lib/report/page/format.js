'use strict';

// Figures as people read them. What is not known is "–", never 0.
const format = (() => {
  const none = '–';
  const grouped = new Intl.NumberFormat('en-US');

  function isNumber(value) { return typeof value === 'number' && Number.isFinite(value); }

  function count(value) { return isNumber(value) ? grouped.format(value) : none; }

  // "1 case", "2 cases".
  function counted(value, singular, plural = `${singular}s`) {
    return `${count(value)} ${value === 1 ? singular : plural}`;
  }

  function percent(share) { return isNumber(share) ? `${(share * 100).toFixed(1)}%` : none; }

  function score(value) { return isNumber(value) ? value.toFixed(3) : none; }

  // A difference of shares in points: "+1.2", "−5.0".
  function points(share) {
    if (!isNumber(share)) {
      return 'unbounded';
    }
    const rounded = Math.round(share * 1000) / 10;
    return `${rounded < 0 ? '−' : '+'}${Math.abs(rounded).toFixed(1)}`;
  }

  // Three digits or so: "840 ms", "1.24 s", "2 min 05 s".
  function duration(milliseconds) {
    if (!isNumber(milliseconds)) {
      return none;
    }
    if (milliseconds < 999.5) {
      return `${milliseconds < 10 ? Number(milliseconds.toFixed(1)) : Math.round(milliseconds)} ms`;
    }
    const seconds = milliseconds / 1000;
    if (seconds < 59.95) {
      return `${seconds.toFixed(seconds < 9.995 ? 2 : 1)} s`;
    }
    const whole = Math.round(seconds);
    return `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, '0')} s`;
  }

  function number(value) { return isNumber(value) ? grouped.format(Number(value.toPrecision(3))) : none; }

  // "90.2 to 93.5%": a unit that both have is said once.
  function span(low, high) {
    const unit = /( m?s|%)$/;
    const isShared = unit.exec(low)?.[0] === unit.exec(high)?.[0];
    return `${isShared ? low.replace(unit, '') : low} to ${high}`;
  }

  // "92.0% (90.2 to 93.5%)". A bound that is not known is left open.
  function interval(value, low, high, shown) {
    if (!isNumber(low) && !isNumber(high)) {
      return shown(value);
    }
    const range = !isNumber(high) ? `at least ${shown(low)}` :
        !isNumber(low) ? `at most ${shown(high)}` :
                         span(shown(low), shown(high));
    return `${shown(value)} (${range})`;
  }

  function bounded(value, figure, shown, isOneGroup) {
    return isOneGroup ? `${shown(value)} (one group)` : interval(value, figure.low, figure.high, shown);
  }

  // The pass rate of a run with its interval; null where there is none.
  function rate({pass_rate: figure, one_group: isOneGroup}) {
    return figure ? bounded(figure.value, figure, percent, isOneGroup) : null;
  }

  // The mean score of a run with its interval; null where there is none.
  function meanScore({score: figure, one_group: isOneGroup}) {
    return figure ? bounded(figure.mean, figure, score, isOneGroup) : null;
  }

  // A quantile. One that lies beyond what was measured is known by its lower bound only.
  function quantile(figure, shown = duration) {
    if (!figure) {
      return none;
    }
    if (!isNumber(figure.value)) {
      return isNumber(figure.low) ? `≥ ${shown(figure.low)}` : none;
    }
    return interval(figure.value, figure.low, figure.high, shown);
  }

  // The same without its interval.
  function bareQuantile(figure, shown = duration) {
    return quantile(figure && {value: figure.value, low: isNumber(figure.value) ? null : figure.low}, shown);
  }

  function date(iso) {
    const time = new Date(iso ?? '');
    return Number.isNaN(time.getTime()) ?
        none :
        `${
            new Intl.DateTimeFormat('en-GB', {dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC'})
                .format(time)} UTC`;
  }

  // The start of a digest names it to a reader; the whole is there to be copied.
  function digest(hex, digits = 8) { return hex ? dom.make('code', {title: hex}, String(hex).slice(0, digits)) : none; }

  function p(value) { return !isNumber(value) ? none : value < 0.001 ? '<0.001' : value.toFixed(3); }

  return {
    none,
    isNumber,
    count,
    counted,
    percent,
    score,
    points,
    duration,
    number,
    span,
    interval,
    rate,
    meanScore,
    quantile,
    bareQuantile,
    date,
    digest,
    p
  };
})();
