'use strict';

// The document of the page, form "promptctl-report 1", with what may be missing made empty.
const report = (() => {
  const verdictWords = {accepted: '✓ accepted', rejected: '✗ rejected', error: '! no verdict'};
  const verdictClasses = {accepted: 'better', rejected: 'worse', error: 'open'};

  function list(value) { return Array.isArray(value) ? value : []; }

  function readRun(raw) {
    const cost = raw.cost ?? {};
    const latency = raw.latency ?? {};
    const summary = raw.summary ?? {};
    return {
      ...raw,
      id: String(raw.run ?? ''),
      prompt: raw.prompt ?? {},
      suite: raw.suite ?? {},
      dataset: raw.dataset ?? {},
      source: raw.source ?? {},
      targets: list(raw.targets),
      summary: {...summary, metrics: summary.metrics ?? {}, tags: summary.tags ?? {}, flaky: list(summary.flaky)},
      cost: {
        ...cost,
        unknown: list(cost.unknown),
        parts: list(cost.parts),
        expensive: list(cost.expensive),
        tags: list(cost.tags),
        as: list(cost.as),
      },
      latency: {
        ...latency,
        tags: list(latency.tags),
        lengths: list(latency.lengths),
        models: list(latency.models),
        slowest: list(latency.slowest),
        histogram: list(latency.histogram),
      },
      results: list(raw.results),
    };
  }

  function readChange(raw) {
    return {
      ...raw,
      before: raw.before ?? {},
      after: raw.after ?? {},
      cases: raw.cases ?? {},
      drift: list(raw.drift),
      figures: list(raw.figures),
      ratios: list(raw.ratios),
      changes: list(raw.changes)
    };
  }

  function read() {
    const raw = JSON.parse(document.getElementById('report').textContent);
    return {
      ...raw,
      title: String(raw.title ?? 'Report'),
      about: list(raw.about),
      notes: list(raw.notes),
      runs: list(raw.runs).map(readRun),
      changes: list(raw.changes).map(readChange)
    };
  }

  // "version 3"; a content that has no version is named by its digest.
  function versionName(run) {
    const {address, digest} = run.prompt;
    return run.version ? `version ${run.version}` :
        digest ? `content ${String(digest).slice(0, 8)}` :
                 address ?? run.id;
  }

  // Runs of one series differ in version and time only: their figures can stand in one line.
  function seriesName(run) { return [run.prompt.id, run.suite.id, run.targets.join(', ')].filter(Boolean).join(' · '); }

  // What an option of a list of runs says.
  function runName(run) {
    const rate = run.summary.pass_rate?.value;
    return [versionName(run), run.suite.id, run.targets.join(', '), format.date(run.started), format.percent(rate)]
        .filter(Boolean)
        .map((part) => text.line(part, 60))
        .join(' · ');
  }

  function changeOf(contents, run) { return contents.changes.find((change) => change.after.id === run.id) ?? null; }

  // What a run was compared with; null where it was not.
  function beforeOf(contents, run) {
    const change = changeOf(contents, run);
    return contents.runs.find((one) => one.id === change?.before.id) ?? null;
  }

  function verdict(run) {
    return dom.make(
        'span', {class: `verdict ${verdictClasses[run.verdict] ?? 'open'}`},
        verdictWords[run.verdict] ?? '! no verdict');
  }

  return {read, versionName, seriesName, runName, changeOf, beforeOf, verdict};
})();
