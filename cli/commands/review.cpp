// `promptctl review`: people say what the replies of a run are worth.

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <ostream>
#include <thread>

#include "authoring/label_cases.hpp"
#include "base/digest.hpp"
#include "base/text.hpp"
#include "base/utc.hpp"
#include "cli/commands.hpp"
#include "cli/evaluate/review_session.hpp"
#include "cli/evaluate/review_site.hpp"
#include "cli/output/result_output.hpp"
#include "report/run/review_text.hpp"
#include "review/review_screen.hpp"
#include "world/git/git_executable.hpp"
#include "world/git/git_signature.hpp"

namespace promptctl::cli {
namespace {

struct ReviewOptions {
  bool in_browser = false;
  std::optional<long long> port;
  std::string run = "latest";
  std::string rater;
  std::string case_id, question, answer, because;  // of `resolve`
  std::string format = "csv";                      // of `export`
  std::vector<std::string> variables;              // of its cases
  std::string file;
  ResultOptions result;
};

// Throws `Failure` (`no-actor`) where neither --rater nor git says who it is.
std::string rater_of(const ReviewOptions& options, const Workspace& workspace) {
  if (!options.rater.empty()) {
    if (options.rater == resolver) {
      throw Failure("usage", fmt::format("nobody may be called `{}`", resolver),
                    "it is what is decided where raters differ");
    }
    return options.rater;
  }
  return read_identity(GitExecutable(workspace.root, workspace.environment)).email;
}

void draw(const ReviewScreen& screen, Session& session) {
  if (session.quiet && !session.out_is_terminal) {
    return;
  }
  constexpr std::string_view clear = "\x1b[2J\x1b[H";
  session.out << (session.out_is_terminal ? clear : "") << screen.text(session.width)
              << (session.out_is_terminal ? "" : "---\n") << std::flush;
}

// Until it is interrupted. The path is a secret: no other user of this machine, and no other site, may answer.
void rate_in_browser(const ReviewOptions& options, ReviewScreen& screen, Session& session) {
  constexpr std::size_t digits = 32;
  ReviewSite site(screen, sha256(fmt::format("review {}", session.seed)).substr(0, digits));
  ViewServer server([&site](const ViewRequest& request) { return site.answer(request); }, true);
  const int port = server.start(static_cast<int>(options.port.value_or(0)));
  session.out << fmt::format("http://127.0.0.1:{}/{}/ (Ctrl-C ends it; every answer is kept at once)\n", port,
                             site.token())
              << std::flush;
  while (session.interruption.requests() == 0) {
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
}

ExitCode rate(const ReviewOptions& options, Session& session) {
  if (session.keys == nullptr && !options.in_browser) {
    throw Failure("usage", "reviewing takes a terminal, for the keys that answer",
                  "--web asks in a browser; status, agree, resolve and export need none");
  }
  Workspace workspace(session);
  const auto review = open_review(options.run, workspace, session.err);
  if (!review) {
    return ExitCode::rejected;
  }
  const std::string rater = rater_of(options, workspace);
  const auto items = items_for(review->plan, review->items, review->labels, rater);
  if (items.empty()) {
    session.out << fmt::format("nothing is left for {} to review\n", rater);
    return ExitCode::accepted;
  }
  ReviewScreen screen(
      review->plan, items, review->labels, rater, [&session] { return utc_text(session.clock.now()); },
      [&](const Label& label) { keep_label(label, review->header.suite_id, workspace); });
  if (options.in_browser) {
    rate_in_browser(options, screen, session);
    return ExitCode::accepted;
  }
  while (!screen.is_done() && session.interruption.requests() == 0) {
    draw(screen, session);
    screen.press(session.keys->next());
  }
  session.out << fmt::format("{} kept in {}\n", counted(screen.answered(), "answer"),
                             label_file(review->header.suite_id, rater));
  return session.interruption.requests() > 0 ? ExitCode::interrupted : ExitCode::accepted;
}

// Inconclusive while labels are wanted.
ExitCode show_status(const ReviewOptions& options, Session& session) {
  Workspace workspace(session);
  const auto review = open_review(options.run, workspace, session.err);
  if (!review) {
    return ExitCode::rejected;
  }
  session.out << review_status_text(review->plan, review->items, review->labels);
  const auto progress = progress_of(review->plan, review->items, review->labels);
  bool is_complete = true;
  for (std::size_t question = 0; question < progress.size(); ++question) {
    const bool is_open = progress[question].given < progress[question].wanted || progress[question].disputed > 0;
    is_complete = is_complete && !(review->plan.questions[question].required && is_open);
  }
  return is_complete ? ExitCode::accepted : ExitCode::inconclusive;
}

ExitCode agree(const ReviewOptions& options, Session& session) {
  check_result_options(options.result, session);
  Workspace workspace(session);
  const auto review = open_review(options.run, workspace, session.err);
  if (!review) {
    return ExitCode::rejected;
  }
  const auto console = [&review](const ReportStyle& style) {
    return agreement_text(review->plan, review->items, review->labels, style.width);
  };
  const auto json = [&review]() { return agreement_value(review->plan, review->items, review->labels); };
  write_result({console, json}, options.result, session);
  return ExitCode::accepted;
}

// The dispute that the options name; throws `Failure` (`no-dispute`) for what is none.
const Dispute& find_dispute(const std::vector<Dispute>& disputes, const ReviewPlan& plan,
                            const ReviewOptions& options) {
  const auto found = std::find_if(disputes.begin(), disputes.end(), [&](const Dispute& one) {
    return one.item->golden.id == options.case_id &&
           (options.question.empty() || plan.questions[one.question].id == options.question);
  });
  if (found == disputes.end()) {
    throw Failure("no-dispute", fmt::format("those who rated the case `{}` do not differ", options.case_id),
                  "promptctl review agree lists where they do");
  }
  return *found;
}

ExitCode resolve(const ReviewOptions& options, Session& session) {
  Workspace workspace(session);
  const auto review = open_review(options.run, workspace, session.err);
  if (!review) {
    return ExitCode::rejected;
  }
  const auto disputes = disputes_of(review->plan, review->items, review->labels);
  const Dispute& dispute = find_dispute(disputes, review->plan, options);
  const ReviewQuestion& question = review->plan.questions[dispute.question];
  const std::string by = rater_of(options, workspace);
  if (dispute.answers.count(by) > 0) {
    throw Failure("own-dispute", fmt::format("{} is one of those who differ", by), "a third person decides");
  }
  const bool is_answer = std::any_of(question.answers.begin(), question.answers.end(),
                                     [&](const auto& one) { return one.word == options.answer; });
  if (!is_answer || trim(options.because).empty()) {
    std::vector<std::string> words;
    for (const auto& one : question.answers) {
      words.push_back(one.word);
    }
    throw Failure(
        "usage",
        is_answer ? "a decision needs a reason" : fmt::format("`{}` is no answer to `{}`", options.answer, question.id),
        is_answer ? "--because TEXT" : fmt::format("answers: {}", join(words, ", ")));
  }
  Label label{dispute.item->digests[dispute.question],
              question.id,
              options.case_id,
              review->header.id,
              std::string(resolver),
              utc_text(session.clock.now()),
              options.answer,
              options.because,
              by};
  keep_label(label, review->header.suite_id, workspace);
  session.out << fmt::format("decided: case {}, {}: {}\n", options.case_id, question.id, options.answer);
  return ExitCode::accepted;
}

ExitCode export_labels(const ReviewOptions& options, Session& session) {
  if (options.format != "csv" && options.format != "jsonl" && options.format != "cases") {
    throw Failure("usage", fmt::format("there is no form `{}`", options.format), "--format csv, jsonl or cases");
  }
  Workspace workspace(session);
  const auto review = open_review(options.run, workspace, session.err);
  if (!review) {
    return ExitCode::rejected;
  }
  write_bytes(options.format == "cases"
                  ? label_cases(review->plan, review->items, review->labels, {options.question, options.variables})
              : options.format == "csv" ? labels_csv(review->labels)
                                        : labels_jsonl(review->labels),
              options.file, session);
  return ExitCode::accepted;
}

void declare_run(Options& options, ReviewOptions& target) {
  options.argument("run", target.run, "Its id, the start of it, or `latest` (latest)", false);
}

void declare_rater(Options& options, ReviewOptions& target) {
  options.text("--rater", "NAME", target.rater, "Who you are: an address or a pseudonym (git's user.email)");
}

Action declare_status(Options& options) {
  const auto target = std::make_shared<ReviewOptions>();
  declare_run(options, *target);
  options.example("promptctl review status");
  return [target](Session& session) { return show_status(*target, session); };
}

Action declare_agree(Options& options) {
  const auto target = std::make_shared<ReviewOptions>();
  declare_run(options, *target);
  declare_result_options(options, target->result);
  options.example("promptctl review agree latest --json");
  return [target](Session& session) { return agree(*target, session); };
}

Action declare_resolve(Options& options) {
  const auto target = std::make_shared<ReviewOptions>();
  declare_run(options, *target);
  declare_rater(options, *target);
  options.text("--case", "ID", target->case_id, "The case whose raters differ");
  options.text("--question", "ID", target->question, "The question (the first that they differ on)");
  options.text("--answer", "WORD", target->answer, "What is decided");
  options.text("--because", "TEXT", target->because, "Why");
  options.example("promptctl review resolve --case refund-3 --answer no --because \"It names no order.\"");
  return [target](Session& session) { return resolve(*target, session); };
}

Action declare_export(Options& options) {
  const auto target = std::make_shared<ReviewOptions>();
  declare_run(options, *target);
  options.text("--format", "FORM", target->format, "csv, jsonl, or cases: golden cases of a judge (csv)");
  options.text("--question", "ID", target->question, "Whose labels become cases");
  options.texts("--var", "NAME=TEXT", target->variables, "A variable that each case gets: criterion=\"Is polite.\"");
  options.text("-o,--output", "FILE", target->file, "Write it there");
  options.example("promptctl review export --format jsonl");
  return [target](Session& session) { return export_labels(*target, session); };
}

Action declare(Options& options) {
  const auto target = std::make_shared<ReviewOptions>();
  declare_run(options, *target);
  declare_rater(options, *target);
  options.flag("--web", target->in_browser, "Ask in a browser on this machine");
  options.number("-p,--port", target->port, {0, 65535}, "Of --web: listen on this port of 127.0.0.1 (any free one)");
  options.command("status", "How many labels there are, and are wanted", declare_status);
  options.command("agree", "How well those who rated agree, and where they differ", declare_agree);
  options.command("resolve", "Decide where raters differ, as a third person", declare_resolve);
  options.command("export", "Every label that counts, as CSV or JSON lines", declare_export);
  options.acts_without_command();
  options.example("promptctl review latest");
  return [target](Session& session) { return rate(*target, session); };
}

}  // namespace

const Command review_command{"review", "Rate the replies of a run, and see what people say of them", declare};

}  // namespace promptctl::cli
