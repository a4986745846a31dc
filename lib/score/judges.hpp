#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/diagnostic.hpp"
#include "exchange/request.hpp"
#include "score/need.hpp"
#include "score/score.hpp"

namespace promptctl {

struct Case;

// How a judge answers.
enum class JudgeForm {
  criterion,  // whether a reply meets a criterion: yes or no
  choice,     // which of several words fits a reply
  scale,      // a level, a whole number
  pairwise    // which of two replies is the better one: first, second or tie
};

// "criterion", "choice", "scale", "pairwise".
std::string_view judge_form_name(JudgeForm form);
std::optional<JudgeForm> find_judge_form(std::string_view name);

// What a judge is told, by the names of its prompt's variables: "reply", "criterion", "reference", "question",
// "context".
using JudgedTexts = std::map<std::string, std::string>;

// What a judge says of a reply.
struct Ruling {
  std::string word = {};            // "yes", "agrees", "4"; empty where there is a doubt
  double level = 0;                 // of a scale: the mean of its votes, where it is reduced so; else the word's number
  std::string reason = {};          // the judge's own, of the first vote that gave the word; in doubt: what is wrong
  std::optional<Doubt> doubt = {};  // why there is no word
};

// A judge's answer, read.
struct JudgeAnswer {
  std::string word;  // one of its words, or "unclear"
  std::string reason;
};

// One judge, ready to be asked. Immutable.
class Judge {
 public:
  virtual ~Judge() = default;

  virtual const std::string& name() const = 0;
  virtual JudgeForm form() const = 0;

  // What its verdict may be, less "unclear"; of a scale its levels, lowest first.
  virtual const std::vector<std::string>& words() const = 0;

  // Whether its prompt has this variable.
  virtual bool takes(std::string_view text) const = 0;

  // An answer as the judge was asked for it, and nothing else: the whole text is one JSON object of the judge's schema,
  // alone or in one code fence. No object inside other text is looked for, and nothing that is missing is made up. Else
  // what is wrong with it.
  virtual std::variant<JudgeAnswer, std::string> read(std::string_view text) const = 0;

  // Its ruling, or what must be asked for it. Pure. `texts` holds what `takes` wants, and may hold more.
  virtual std::variant<Ruling, std::vector<Need>> rule(const JudgedTexts& texts, const Answers& answers) const = 0;
};

// What people said of replies.
class Raters {
 public:
  virtual ~Raters() = default;

  // The answers that a question may have; empty where it takes any text, none where nobody asks it.
  virtual std::optional<std::vector<std::string>> words(const std::string& question) const = 0;

  // What was answered of just this reply to just this case, once a rater.
  virtual std::vector<std::string> answers(const std::string& question, const Case& golden,
                                           std::string_view reply) const = 0;

  // What was decided of it where they differ.
  virtual std::optional<std::string> decision(const std::string& question, const Case& golden,
                                              std::string_view reply) const = 0;
};

// The models, and the people, that assertions may ask.
class Judges {
 public:
  virtual ~Judges() = default;

  // The judge of this name: the suite's, the registry's, or one that is built in. After a fault, reported at `where`,
  // null: there is no such judge (`unknown-judge`), its prompt has a fault, or nobody says which model it is
  // (`no-judge`).
  virtual std::shared_ptr<const Judge> find(const std::string& name, const Location& where,
                                            Diagnostics& diagnostics) const = 0;

  // The people who rate the suite's replies; null, and `no-review` reported, where nobody does.
  virtual std::shared_ptr<const Raters> raters(const Location& where, Diagnostics& diagnostics) const = 0;

  // The judge that the suite's own prompt is; null, and `no-judge` reported, where it is none.
  virtual std::shared_ptr<const Judge> own(const Location& where, Diagnostics& diagnostics) const = 0;

  // The request for embeddings of texts by `model` ("provider/model"), or by the project's embedder where it is empty.
  // None after a fault at `where` (`no-embedder`, `bad-target`, `unknown-provider`).
  virtual std::optional<Request> embedding(const std::string& model, const Location& where,
                                           Diagnostics& diagnostics) const = 0;
};

// For assertions that stand where no model can be asked: each that wants one is a fault.
const Judges& no_judges();

}  // namespace promptctl
