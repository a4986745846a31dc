#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "template/scanner.hpp"
#include "template/syntax.hpp"
#include "template/tag_token.hpp"

namespace promptctl {

// Reads what stands inside one tag, and tells helpers from variables. Each function gives none after a fault.
class TagParser {
 public:
  // All must outlive it. `block_names` are the parameters (`as |x|`) of the blocks around the tag.
  TagParser(std::string_view text, const TemplateTag& tag, const std::vector<std::string>& block_names,
            TemplateFaults& faults);

  std::optional<PrintStatement> print();
  std::optional<PartialStatement> partial();

  // The call and the parameters of a block; the rest of it is empty.
  std::optional<BlockStatement> block();

 private:
  struct Head {
    std::size_t at = 0;
    PathExpression path;  // a literal is the path of that one name
    std::vector<TemplateExpression> arguments;
    std::vector<NamedArgument> named;
  };

  std::optional<Head> head();
  std::optional<PathExpression> head_path();
  bool read_arguments(Head& head);
  bool read_named(std::vector<NamedArgument>& named);
  std::optional<TemplateExpression> argument();
  std::optional<TemplateExpression> nested_call();
  std::optional<TemplateExpression> literal();
  std::optional<PathExpression> path();
  bool read_segments(PathExpression& path);
  bool add_segment(PathExpression& path, const TagToken& token);
  std::optional<std::string> partial_name();
  std::optional<std::vector<std::string>> block_parameters();
  bool at_block_parameters() const;

  const Helper* helper_named_by(const PathExpression& path) const;
  void unknown_helper(const Head& head);
  std::optional<HelperCall> call(Head head, const Helper& helper);

  bool is(TagTokenKind kind) const { return token().kind == kind; }
  const TagToken& token(std::size_t ahead = 0) const;
  const TagToken& take();
  bool expect_end();
  std::nullopt_t unexpected(std::string_view wanted);

  std::string_view text_;
  std::size_t tag_at_;
  const std::vector<std::string>& block_names_;
  TemplateFaults& faults_;
  std::vector<TagToken> tokens_;
  bool readable_ = false;  // else a fault was reported, and there is nothing to read
  std::size_t position_ = 0;
  int depth_ = 0;
};

}  // namespace promptctl
