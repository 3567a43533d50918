import{f as s,m as d}from"./chunk-H7EMPSPV.js";import{p as a}from"./chunk-EOEBFKOS.js";var n=new Map,f=200;async function R(o){let{file:t,document:c,language:m}=a(),e=[t,c?.version,m,o].join(`
`),i=n.get(e);if(i)return i;let p=`/models/${encodeURIComponent(t??"")}/conditions`,r=await s("POST",d(p),{text:o});return n.size>f&&n.clear(),n.set(e,r),r}export{R as a};
