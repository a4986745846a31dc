#include "report/page/review_page.hpp"

#include <fmt/format.h>

#include "report/text/html_text.hpp"
#include "score/judged_assertion.hpp"

namespace promptctl {
namespace {

constexpr std::string_view style = R"(
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { margin: 0 auto; max-width: 46rem; padding: 1rem; background: #fff; color: #1b1b1b; }
h1 { font-size: 1.1rem; } h2 { font-size: 1rem; margin: 1rem 0 .25rem; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; margin: 0; padding: .75rem; border: 1px solid #767676; border-radius: .25rem; font: inherit; }
fieldset { border: 0; margin: 1rem 0; padding: 0; } legend { font-weight: 600; padding: 0; }
button { font: inherit; padding: .5rem .9rem; margin: .25rem .5rem .25rem 0; min-height: 2.75rem; border: 1px solid #595959; border-radius: .25rem; background: #f2f2f2; color: #1b1b1b; }
button:focus-visible, textarea:focus-visible, input:focus-visible, summary:focus-visible { outline: 3px solid #1f5fbf; outline-offset: 2px; }
textarea, input { font: inherit; box-sizing: border-box; width: 100%; padding: .5rem; border: 1px solid #595959; border-radius: .25rem; background: #fff; color: #1b1b1b; }
kbd { font: inherit; font-weight: 600; margin-right: .5rem; }
.notice { font-weight: 600; }
@media (prefers-color-scheme: dark) {
  body, textarea, input { background: #161616; color: #ededed; }
  button { background: #2d2d2d; color: #ededed; border-color: #a3a3a3; }
  pre, textarea, input { border-color: #a3a3a3; }
  button:focus-visible, textarea:focus-visible, input:focus-visible, summary:focus-visible { outline-color: #8ab4f8; }
}
)";

// Keys press the buttons that show them, unless somebody is writing.
constexpr std::string_view script = R"(
document.addEventListener('keydown', (event) => {
  const writes = ['TEXTAREA', 'INPUT'].includes(event.target.tagName);
  if (writes || event.ctrlKey || event.altKey || event.metaKey || event.repeat) { return; }
  const button = document.querySelector(`button[data-key="${CSS.escape(event.key)}"]`);
  if (button) { event.preventDefault(); button.click(); }
  if (event.key === 's') {
    const skip = document.querySelector('details');
    if (skip) { event.preventDefault(); skip.open = true; skip.querySelector('input').focus(); }
  }
});
)";

std::string frame(const std::string& title, const std::string& body) {
  return fmt::format(
      "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" "
      "content=\"width=device-width\">\n<link rel=\"icon\" "
      "href=\"data:,\">\n<title>{}</title>\n<style>{}</style>\n</head>\n<body>\n<main>\n{}</main>\n"
      "<script>{}</script>\n</body>\n</html>\n",
      html_text(title), style, body, script);
}

std::string form(const std::string& action, const ReviewScreen& screen, const std::string& fields) {
  return fmt::format(
      "<form method=\"post\" action=\"{}\">\n<input type=\"hidden\" name=\"step\" value=\"{}\">\n{}</form>\n",
      html_text(action), screen.position(), fields);
}

std::string answer_buttons(const ReviewScreen& screen) {
  std::string buttons;
  const auto& answers = screen.question().answers;
  for (std::size_t number = 1; number <= answers.size(); ++number) {
    const ReviewQuestion::Answer& answer = answers[number - 1];
    const bool is_own_key = answer.word == std::to_string(number) || answer.word == answer.text;
    buttons += fmt::format("<button name=\"number\" value=\"{0}\" data-key=\"{0}\"><kbd>{0}</kbd>{1}</button>\n",
                           number, html_text(is_own_key ? answer.text : answer.word + ": " + answer.text));
  }
  return buttons;
}

std::string question_form(const ReviewScreen& screen, const std::string& action) {
  const ReviewQuestion& question = screen.question();
  const std::string ask = html_text(question.ask) + (question.required ? "" : " (may be left empty)");
  if (question.kind == ReviewQuestion::Kind::text) {
    return form(action, screen,
                fmt::format("<p><label for=\"text\">{}</label></p>\n<textarea id=\"text\" name=\"text\" rows=\"6\" "
                            "autofocus></textarea>\n<button>Keep</button>\n",
                            ask));
  }
  return form(action, screen,
              fmt::format("<fieldset>\n<legend>{}</legend>\n{}</fieldset>\n", ask, answer_buttons(screen)));
}

}  // namespace

std::string review_page(const ReviewScreen& screen, const std::string& action) {
  if (screen.is_done()) {
    return frame("Review",
                 "<h1>Nothing is left to review</h1>\n<p>Every answer is kept. You may close this page.</p>\n");
  }
  const std::string title = fmt::format("Review: {} of {}", screen.position() + 1, screen.count());
  std::string body = fmt::format("<h1>{}</h1>\n", title);
  body += screen.notice().empty()
              ? ""
              : fmt::format("<p class=\"notice\" role=\"status\">{}</p>\n", html_text(screen.notice()));
  body += fmt::format("<h2>Asked</h2>\n<pre>{}</pre>\n<h2>Reply</h2>\n<pre>{}</pre>\n",
                      html_lines(case_question(screen.item().golden)), html_lines(screen.item().reply));
  body += question_form(screen, action);
  const bool has_keys = screen.question().kind != ReviewQuestion::Kind::text;
  if (has_keys) {
    body += form(action, screen,
                 "<details>\n<summary><kbd>s</kbd>Skip</summary>\n<p><label for=\"skip\">Why?</label></p>\n<input "
                 "id=\"skip\" name=\"skip\" required>\n<button>Skip it</button>\n</details>\n");
  }
  body += form(action, screen,
               "<button name=\"undo\" value=\"1\" data-key=\"u\"><kbd>u</kbd>Take the last answer back</button>\n");
  return frame(title, body);
}

}  // namespace promptctl
