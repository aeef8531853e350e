public import Assessment
public import Bookkeeping
internal import Domain

extension Phrase {
    /// Everything that is wrong with a plan file, a line for each.
    public static func planError(_ error: PlanError) -> Phrase {
        let faults = error.faults.map(planFault)
        return Phrase(zh: faults.map(\.zh).joined(separator: "\n"), en: faults.map(\.en).joined(separator: "\n"))
    }

    public static func planFault(_ fault: PlanFault) -> Phrase {
        let what = planFaultKind(fault.kind)
        return Phrase(
            zh: "第 \(fault.line) 行第 \(fault.column) 列：\(what.zh)",
            en: "line \(fault.line), column \(fault.column): \(what.en)")
    }

    private static func planFaultKind(_ kind: PlanFault.Kind) -> Phrase {
        switch kind {
        case .notYAML(let problem): Phrase(zh: "不符合 YAML 的写法，请核对缩进、引号和冒号。", en: "This is not YAML: \(problem)")
        case .tooLong(let limit): Phrase(zh: "计划文件最多 \(limit) 字节。", en: "A plan file has at most \(limit) bytes.")
        case .tooDeep: Phrase(zh: "嵌套太深。", en: "Nested too deeply.")
        case .aliases: Phrase(zh: "不能用锚和别名（& 与 *）。", en: "Anchors and aliases (& and *) are not allowed.")
        case .expected(let what): Phrase(zh: "此处应为", en: "This must be ") + expectation(what) + Phrase(zh: "。", en: ".")
        case .missing(let key): Phrase(zh: "缺少“\(key)”。", en: "'\(key)' is missing.")
        case .unknownKey(let key, let known):
            Phrase(
                zh: "没有“\(key)”这一项。可用：\(quoted(known).zh)。",
                en: "There is no key '\(key)'. The keys here are \(quoted(known).en).")
        case .duplicateKey(let key): Phrase(zh: "“\(key)”写了两次。", en: "'\(key)' is given twice.")
        case .duplicateID(let id): Phrase(zh: "编号“\(id)”用了两次。", en: "The id '\(id)' is used twice.")
        case .invalid(let key, let expected): mustBe(key, expected)
        case .doesNotApply(let key, let source):
            Phrase(
                zh: "“\(key)”对“\(source)”不起作用。请去掉，或换一种写法。", en: "'\(key)' has no effect on '\(source)'. Leave it out, or count something else.")
        case .exactlyOne(let keys): Phrase(zh: "以下各项必须写一个，也只能写一个：", en: "Give exactly one of these: ") + quoted(keys) + Phrase(zh: "。", en: ".")
        case .excludes(let key, let other):
            Phrase(zh: "“\(key)”和“\(other)”不能同时写。", en: "'\(key)' and '\(other)' cannot be combined.")
        case .oneValue(let key):
            Phrase(
                zh: "“\(key)”只能写一个，不能写成列表。要几种都算，请在“either”下各写一条。",
                en: "'\(key)' has one value, not a list. To count several, write one selector for each under 'either'.")
        case .madeGoodNotRequired:
            Phrase(
                zh: "“deduct”按每次缺席扣分，补课不退还扣分。要算补上的缺席，请写“require: [{absences: …, at-most: …, made-good: …}]”，得分写“when-met”或“bands”。",
                en: "'deduct' takes points for each absence, and nothing gives them back. To count absences without those made good, write "
                    + "'require: [{absences: …, at-most: …, made-good: …}]' with the score 'when-met' or 'bands'.")
        }
    }

    public static func planFault(_ fault: PlanGuard.Fault) -> Phrase {
        switch fault {
        case .unreadable(let error): planError(error)
        case .headerDiffers(let id, let period):
            Phrase(
                zh: "计划文件写的是 \(id)、\(days(of: period).zh)，与命令不符。",
                en: "The plan file has the id \(id) and is for \(days(of: period).en); the command has others.")
        case .noSuchTarget(let target, let plan):
            Phrase(zh: "计划 \(plan) 没有“\(target)”这一项。", en: "Plan \(plan) has no target '\(target)'.")
        case .notByHand(let target):
            Phrase(zh: "“\(target)”按记录计算，不由人认定。", en: "Target '\(target)' is counted from the records, not marked by hand.")
        case .notScored(let target):
            Phrase(zh: "“\(target)”这一项不计分，申诉不能用加减分解决。", en: "Target '\(target)' gives no points, so points cannot settle an appeal about it.")
        case .assessesOthers(let target, let subject): assesses(target, subject)
        case .nobodyOf(let unit):
            Phrase(
                zh: "没有委员编入“\(unit.name)”，请核对名称。",
                en: "No member was ever assigned to '\(unit.name)' (\(affiliation(unit.kind).en)). Check the name.")
        }
    }

    /// Whom to name in a command about points.
    private static func assesses(_ target: String, _ subject: Target.Subject) -> Phrase {
        switch subject {
        case .member: Phrase(zh: "“\(target)”考核每名委员，请写明是哪一位（“member”）。", en: "Target '\(target)' is per member. Set 'member'.")
        case .each(.sector): Phrase(zh: "“\(target)”考核每个界别，请写明是哪个界别（“sector”）。", en: "Target '\(target)' is per sector. Set 'sector'.")
        case .each: Phrase(zh: "“\(target)”考核每个组，请写明是哪个组（“group”）。", en: "Target '\(target)' is per group. Set 'group'.")
        case .body, .officeHolder, .unit:
            Phrase(
                zh: "“\(target)”考核整个单位，不要写“member”“group”“sector”。",
                en: "Target '\(target)' is the body's. Leave out 'member', 'group' and 'sector'.")
        }
    }

    /// What is odd about a plan that is usable.
    public static func planWarning(_ warning: PlanWarning) -> Phrase {
        switch warning {
        case .pointsDoNotAddUp(let sum, let stated):
            Phrase(
                zh: "各项满分合计 \(points(sum)) 分，计划写的总分是 \(points(stated)) 分。",
                en: "The targets add up to \(points(sum)) points; the plan says \(points(stated)).")
        case .numberMissing(let number):
            Phrase(zh: "编号跳过了第 \(number) 项。", en: "The numbering skips item \(number).")
        case .calendarOutsideYear(let id):
            Phrase(zh: "日程 \(id) 不在计划年度内。", en: "Calendar item \(id) is outside the plan year.")
        case .withinOutsideYear(let id):
            Phrase(zh: "第 \(id) 项的“within”不在计划年度内，不可能做到。", en: "The period 'within' of target \(id) is outside the plan year, so it cannot be met.")
        case .neverReached(let id, let threshold):
            Phrase(
                zh: "第 \(id) 项要求\(spaced(threshold).zh)，超过全部，不可能做到。",
                en: "Target \(id) requires\(spaced(threshold).en), which is more than all, so it cannot be met.")
        case .decimalForFraction(let id, let threshold, let meant):
            Phrase(
                zh: "第 \(id) 项写的是\(spaced(threshold).zh)，不等于\(form(meant).zh)；照原文是分数的，请写“\(form(meant).en)”。",
                en: "Target \(id) says\(spaced(threshold).en), which is not \(form(meant).en). If the paper has the fraction, write '\(form(meant).en)'.")
        case .earnsTwice(let id, let other):
            Phrase(zh: "第 \(id) 项和第 \(other) 项会给同一件事重复计分。", en: "The same act can earn points in both \(id) and \(other).")
        case .quotasDiffer(let id, let other):
            Phrase(zh: "第 \(id) 项和第 \(other) 项对同一件事的要求不一样。", en: "\(id) and \(other) require different numbers of the same thing.")
        case .asksNothing(let id):
            Phrase(zh: "第 \(id) 项没有写要求，无从判断是否完成。", en: "Target \(id) requires nothing that can be counted or marked.")
        case .deductsFromNothing(let id):
            Phrase(
                zh: "第 \(id) 项只扣分，满分永远拿不到。从满分扣起，请写“start: full”；只扣分，请去掉“points”。",
                en: "Target \(id) only takes points, so its full marks cannot be reached. Write 'start: full' to take from full marks, or leave out 'points'.")
        case .nothingDeducts(let heading):
            Phrase(zh: "大项“\(heading)”从满分扣起，下面却没有扣分的项目。", en: "Heading '\(heading)' starts at full marks, and no target under it takes any.")
        case .mayFallBelowZero(let id, let points):
            Phrase(
                zh: "第 \(id) 项一件也没有时是 \(self.points(points)) 分。不许低于零分，请写“floor: 0”。",
                en: "Target \(id) is worth \(self.points(points)) points where nothing was done. Write 'floor: 0' if it must not fall below zero.")
        case .earnsNothing(let id): Phrase(zh: "第 \(id) 项没有写满分，得不到分。", en: "Target \(id) has no full marks and earns nothing.")
        case .capOutOfReach(let heading):
            Phrase(zh: "大项“\(heading)”各项加起来也到不了封顶分。", en: "The targets under heading '\(heading)' cannot add up to its cap.")
        case .headingUnused(let heading): Phrase(zh: "大项“\(heading)”下面没有项目。", en: "Heading '\(heading)' has no targets.")
        case .fullMarksOutOfReach(let id):
            Phrase(
                zh: "第 \(id) 项按要求全部完成也拿不到满分。", en: "Target \(id) cannot reach its full marks even when everything it requires is met.")
        }
    }

    /// Hundredths of a point as people write them: `10`, `6.52`, `−2`.
    public static func points(_ hundredths: Int64) -> String {
        let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
        let sign = hundredths < 0 ? "−" : ""
        guard rest > 0 else { return "\(sign)\(whole)" }
        return "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
    }
}
